#!/bin/sh
# What the tests need beside Python packages: a browser, a Chinese font, Java for the HTML checker,
# LibreOffice for old Word files, and venv for `make` itself. As root on Debian they are installed;
# else the line to type is printed.
set -eu

missing=
need() { missing="$missing $1"; }

have_browser() {
    [ -n "${CHROMIUM:-}" ] || command -v chromium || command -v chromium-browser || command -v google-chrome
}
have_font() {
    [ "$(uname)" != Linux ] || [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]
}
have_office() {
    [ -n "${SOFFICE:-}" ] || command -v soffice || command -v libreoffice
}

have_browser >/dev/null || need chromium
have_font || need 'fontconfig fonts-noto-cjk'
java -version >/dev/null 2>&1 || need default-jre-headless
have_office >/dev/null || need libreoffice-writer
[ -x .venv/bin/python ] || python3 -c 'import ensurepip' 2>/dev/null || need python3-venv
[ -n "$missing" ] || exit 0

install="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Debian packages:$missing (once) ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq -o Acquire::Retries=3 update
    # shellcheck disable=SC2086  # the words of $install are its arguments
    exec ${install} -qq -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 >/dev/null
fi
echo "make test: missing:$missing, expected them on this machine." \
    "On Debian or Ubuntu type: sudo $install (elsewhere install the same programs)." >&2
exit 1
