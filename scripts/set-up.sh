# Sourced by ./mooring and scripts/test.sh: each function makes sure of one thing, and says in one line what is
# missing when it can not. Offline, everything that is already there is left alone.

say() { printf '%s\n' "$*" >&2; }
die() { say "mooring: $*"; exit 1; }

need_dotnet() {
  command -v dotnet >/dev/null || die "install the .NET 10 SDK first: https://dotnet.microsoft.com/download"
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || die "the .NET 10 SDK is needed; dotnet --list-sdks names none."
}

# need_package COMMAND PACKAGE...: installs Debian packages when the command is missing and we may.
need_package() {
  local command=$1; shift
  command -v "$command" >/dev/null && return
  local as=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null && as=(sudo -n) || die "'$command' is missing: apt-get install $*"
  fi
  command -v apt-get >/dev/null || die "'$command' is missing: install $*"
  say "Installing $* ..."
  "${as[@]}" apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null \
    || die "'$command' could not be installed: apt-get install $*"
}

need_chromium() { need_package chromium chromium fonts-liberation; }

need_postgres() {
  [ -n "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || need_package initdb postgresql
}

need_node() {
  command -v npm >/dev/null && command -v node >/dev/null && return
  need_package npm nodejs npm
}

# newer_than STAMP PATH...: is any of these files newer than the stamp, or the stamp missing?
newer_than() {
  local stamp=$1; shift
  [ ! -e "$stamp" ] || [ -n "$(find "$@" \( -name node_modules -o -name bin -o -name obj -o -name built \) -prune -o -type f -newer "$stamp" -print -quit)" ]
}

# Locks are held by one build at a time: two terminals may both run ./mooring.
need_browser_code() {
  local client=$root/src/Mooring.Web/Client built=$root/src/Mooring.Web/wwwroot/built stamp=$root/artifacts/browser-code
  [ -d "$built" ] && ! newer_than "$stamp" "$client" && return 0
  need_node
  (
    cd "$client"
    if [ ! -d node_modules ] || newer_than node_modules/.stamp package-lock.json; then
      say "Installing the browser code's packages ..."
      npm ci --no-audit --no-fund --silent >&2 || die "npm ci failed in src/Mooring.Web/Client"
      touch node_modules/.stamp
    fi
    node build.mjs >&2 || die "the browser code did not build"
  )
  mkdir -p "$root/artifacts"
  touch "$stamp"
}

build_product() {
  local stamp=$root/artifacts/built
  mkdir -p "$root/artifacts"
  exec 9>"$root/artifacts/lock"
  flock 9
  if newer_than "$stamp" "$root/src" "$root/tools/Mooring.Demo" "$root/content" "$root"/Directory.*.props "$root/src/Mooring.Web/wwwroot"; then
    say "Building Mooring ..."
    dotnet build "$root/src/Mooring.Cli" -c Release --nologo -v q -clp:ErrorsOnly >&2 || die "the build failed; the lines above say where."
    touch "$stamp"
  fi
  flock -u 9
}
