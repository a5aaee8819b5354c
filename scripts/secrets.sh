#!/usr/bin/env bash
# Looks for secrets in every file that is in the repository: private keys, tokens of known forms, passwords in settings.
#   scripts/secrets.sh [FOLDER]     code 1 names each place; what stands there is not printed.
# Paths of invented ones are listed in supply/secrets-allowed.txt.
set -euo pipefail
cd "${1:-$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/..}"
patterns=(
  '-----BEGIN ([A-Z]+ )*PRIVATE KEY-----'
  '\b(AKIA|ASIA)[0-9A-Z]{16}\b'
  '\bgh[pousr]_[A-Za-z0-9]{36,}'
  '\bgithub_pat_[A-Za-z0-9_]{60,}'
  '\bxox[abprs]-[A-Za-z0-9-]{10,}'
  '\bsk_(live|test)_[A-Za-z0-9]{16,}'
  '\bAIza[0-9A-Za-z_-]{35}\b'
  '\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}'
  '\b(Password|Pwd)=[^;"'"'"'{<$ ]{6,}'
  '"?(api[_-]?key|client[_-]?secret|access[_-]?token)"?\s*[:=]\s*"[A-Za-z0-9/+_-]{20,}"'
)
allowed=$( (grep -vE '^(#|$)' supply/secrets-allowed.txt 2>/dev/null || true) | paste -sd'|')
found=0
for pattern in "${patterns[@]}"; do
  while IFS=: read -r file line _; do
    [ -n "$file" ] || continue
    [ -z "$allowed" ] || ! [[ "$file" =~ $allowed ]] || continue
    echo "$file:$line: looks like a secret"
    found=1
  done < <(git ls-files -z | xargs -0 grep -IPnH -e "$pattern" -- 2>/dev/null || true)
done
[ "$found" = 0 ] && echo "No secret was found." || { echo "Take it out, and end what it opens: it stays in the history. One that is invented belongs into supply/secrets-allowed.txt."; exit 1; }
