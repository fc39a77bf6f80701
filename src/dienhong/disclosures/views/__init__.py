"""Pages: the desk and its work, a village head's list, what everybody may see."""
