"""What every domain stands on: the day, the actor, encrypted fields, page components.

Words    moment, day, actor, grant, role
Promise  nothing here knows a domain
"""
