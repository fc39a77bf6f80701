"""What machines read of what everybody may read: feeds, calendars, data sets with their dictionary, the site map.

Words    feed, data set, distribution, dictionary, site map
Promise  no figure that a page does not show, nothing that a page withholds; withdrawn there, gone here
"""
