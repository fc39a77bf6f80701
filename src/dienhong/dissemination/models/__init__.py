"""A script for the loudspeaker; a second text; a voice; who approved them."""

from dienhong.dissemination.models.languages import Ruling, SecondText, Voice
from dienhong.dissemination.models.radio import Script

__all__ = ["Ruling", "Script", "SecondText", "Voice"]
