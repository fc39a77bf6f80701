"""The pages under /luat/."""
