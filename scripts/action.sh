#!/usr/bin/env bash
# The step of action.yml: annotations on the log with a summary of the step, SARIF where it is wanted.
# Inputs come in through FACTCHECK_*, a value a line.
set -euo pipefail

options=(--fail-on "${FACTCHECK_FAIL_ON:-error}" --format github)
if [[ -n "${FACTCHECK_SARIF:-}" ]]; then
    options+=(--format "sarif=$FACTCHECK_SARIF")
fi
while IFS= read -r source; do
    [[ -z "$source" ]] || options+=(--against "$source")
done <<<"${FACTCHECK_AGAINST:-}"
while IFS= read -r argument; do
    [[ -z "$argument" ]] || options+=("$argument")
done <<<"${FACTCHECK_ARGUMENTS:-}"

articles=()
while IFS= read -r article; do
    [[ -z "$article" ]] || articles+=("$article")
done <<<"${FACTCHECK_ARTICLES:-.}"

code=0
factcheck check "${options[@]}" -- "${articles[@]}" || code=$?

if [[ -n "${GITHUB_OUTPUT:-}" ]]; then
    echo "exit-code=$code" >>"$GITHUB_OUTPUT"
fi
exit "$code"
