# Sourced by the scripts beside it: installs what is missing, builds, and times each stage.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
mkdir -p build/logs

# stage TITLE COMMAND...: runs the command out of sight in one line; shows its output if it fails.
stage() {
    local title=$1 start=$SECONDS status=0
    local log=build/logs/${title//[^[:alnum:]]/-}.log
    shift
    printf '%-44s' "$title"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if ((status == 0)); then
        printf '%5d s\n' $((SECONDS - start))
    else
        printf '%5d s  failed, see %s\n' $((SECONDS - start)) "$log"
        tail -n 200 "$log" >&2
    fi
    return "$status"
}

# open_stage TITLE COMMAND...: the same in full view
open_stage() {
    local title=$1 start=$SECONDS status=0
    shift
    "$@" || status=$?
    printf '%-44s%5d s\n' "$title" $((SECONDS - start))
    return "$status"
}

# packages SECTION...: the names under these headings of packages.txt
packages() {
    awk -v wanted=" $* " '
        /^\[/ { named = index(wanted, " " substr($1, 2, length($1) - 2) " ") }
        /^[a-z]/ && named { print $1 }
    ' scripts/packages.txt
}

# apt_install PACKAGE...
apt_install() {
    local as_root=(env DEBIAN_FRONTEND=noninteractive)
    ((EUID == 0)) || as_root=(sudo "${as_root[@]}")
    # Somebody else's broken package source is no reason to stop here.
    "${as_root[@]}" apt-get update -q || true
    "${as_root[@]}" apt-get install -q -y --no-install-recommends \
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@"
}

# require SECTION...: installs what these sections name and this machine lacks
require() {
    local missing
    if ! command -v apt-get >/dev/null; then
        echo "Not Debian: taking for granted that what scripts/packages.txt names is there."
        return
    fi
    # The names that dpkg does not report as installed. It fails where it knows none of them.
    mapfile -t missing < <(comm -23 <(packages "$@" | sort) <(
        # shellcheck disable=SC2046,SC2016 # one word a package; the braces are for dpkg-query
        dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(packages "$@") 2>/dev/null |
            sed -n 's/^installed //p' | sort
    ))
    ((${#missing[@]})) || return 0
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        echo "Missing packages. As root: apt-get install --no-install-recommends ${missing[*]}" >&2
        return 1
    fi
    stage "install ${#missing[@]} packages" apt_install "${missing[@]}"
}

# configure PRESET [CMAKE-ARGUMENT...]: compilation goes through ccache if there is one.
configure() {
    if command -v ccache >/dev/null; then
        export CMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    stage "configure $1" cmake --preset "$@"
}

# build DIRECTORY [TARGET...]: builds these targets, or all, in build/DIRECTORY. On a terminal
# Ninja itself shows how far it is.
build() {
    local show=stage command=(cmake --build "build/$1")
    [[ ! -t 1 ]] || show=open_stage
    (($# == 1)) || command+=(--target "${@:2}")
    "$show" "build $1" "${command[@]}"
}
