"""A decision's page says what was collected under it and leads to the fund; the village's page to all of them."""

import pytest
from django.test import Client
from django.urls import reverse

from dienhong.registry.models import User
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db


def test_everybody_reads_sums_and_where_to_read_on(books, fund, matter, village):
    books.receive()
    text = Client().get(reverse("decisions:public", args=[matter.pk])).content.decode()
    assert "Đã thu 300.000 đồng, đã chi 0 đồng, còn 300.000 đồng. 1/9 hộ đã đóng góp." in text
    assert reverse("funds:public", args=[village.code, fund.pk]) in text
    assert reverse("funds:fund", args=[fund.pk]) not in text
    page = Client().get(reverse("decisions:village", args=[village.code])).content.decode()
    assert reverse("funds:village", args=[village.code]) in page
    assert fund.purpose in page


def test_who_works_on_it_is_led_to_the_books(fund, matter, head, django_assert_max_num_queries):
    client = client_of(User.objects.get(pk=head.account_id))
    url = reverse("decisions:matter", args=[matter.pk])
    client.get(url)
    with django_assert_max_num_queries(20):
        text = client.get(url).content.decode()
    assert reverse("funds:fund", args=[fund.pk]) in text


def test_without_a_fund_the_head_opens_one_and_nobody_else(matter, head, officer, village):
    opening = reverse("funds:open", args=[matter.pk])
    page = reverse("decisions:matter", args=[matter.pk])
    assert opening in client_of(User.objects.get(pk=head.account_id)).get(page).content.decode()
    assert opening not in client_of(User.objects.get(pk=officer.account_id)).get(page).content.decode()
    public = Client().get(reverse("decisions:public", args=[matter.pk])).content.decode()
    assert "Tiền thu theo quyết định này" not in public
    assert "Quỹ của thôn" not in Client().get(reverse("decisions:village", args=[village.code])).content.decode()
