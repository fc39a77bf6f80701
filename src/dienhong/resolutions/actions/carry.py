"""placeholder"""


def recognise(version):
    return None


def keep_decisions(**kwargs):
    raise NotImplementedError
