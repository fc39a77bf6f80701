"""`/barest/`: POST inserts one row, GET reads one row; behind the same middleware, with the same sign-in."""

from django.db import connection, transaction
from django.http import HttpRequest, JsonResponse
from django.urls import path

from dienhong.site.urls import *  # noqa: F403 - all of them, with the handlers of errors
from dienhong.site.urls import urlpatterns as platform

TABLE = "CREATE TABLE IF NOT EXISTS barest (key varchar(64) PRIMARY KEY, said text NOT NULL)"


def barest(request: HttpRequest) -> JsonResponse:
    if request.method != "POST":
        with connection.cursor() as cursor:
            cursor.execute("SELECT said FROM barest WHERE key = %s", [request.GET.get("key", "")])
            return JsonResponse({"said": cursor.fetchone()})
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO barest (key, said) VALUES (%s, %s)", [request.POST["key"], request.POST["said"]])
    return JsonResponse({"result": "done"})


urlpatterns = [*platform, path("barest/", barest)]
