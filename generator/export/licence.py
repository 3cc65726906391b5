"""Where the text of a licence can be read, for those that publishers of data use."""

_URLS = {
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "ODbL 1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
}


def licence_url(name: str) -> str:
    """The address of a known licence, else nothing."""
    return _URLS.get(name, "")
