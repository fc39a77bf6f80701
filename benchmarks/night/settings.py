"""The platform's own settings with one address more."""

from dienhong.site.settings import *  # noqa: F403 - all of them

ROOT_URLCONF = "night.urls"
