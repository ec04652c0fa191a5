#!/bin/sh
# Proves the CI files of a generated service: each step of each file, in its order, in a clean clone; and each file by a
# linter of its kind.
#
#   cli/src/bench/ci-files.sh [.github/workflows/ci.yml] [.gitlab-ci.yml] [Jenkinsfile]
#
# Without arguments, all three.
# DOCKER names the program that steps call as `docker`; `docker` itself when it is not set.
# Needs a JDK 17 or newer, Maven, Maven Central, git, curl, Node 20 or newer with npx, Python 3.10 or newer with venv, and
# the registries of both.
set -eu

schemas=0.39.0 # of check-jsonschema, which brings the schemas of GitHub and GitLab
groovy=15.2.1 # of npm-groovy-lint; an address may make a line long, which it warns of
here=$(CDPATH='' cd -P -- "$(dirname "$0")" && pwd -P)
root=$(CDPATH='' cd -P -- "$here/../../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

fail() {
  echo "ci-files.sh: $*" >&2
  exit 1
}

"$root/hew" --version >/dev/null # builds the distribution
hew=$(ls -t "$root"/cli/target/hew-*.zip | head -n 1)
"$root/hew" new "$root/generated-samples/spring-boot-orders/hew.yaml" "$work/orders" --quiet \
  --set ci=github,gitlab,jenkins --set "hewFrom=file://$hew"
git -C "$work/orders" rev-parse --verify --quiet HEAD >/dev/null || {
  git -C "$work/orders" add --all
  git -C "$work/orders" -c user.name=ci -c user.email=ci@example.org commit --quiet --message 'A new service'
}

# The steps of a file, one a line.
steps() { # file
  case $1 in
    *.github*) sed -n 's/^ *- run: //p' "$1" ;;
    *.gitlab*) awk '/^  [a-z_]+:/ { on = $1 == "script:" } /^[^ ]/ { on = 0 } on && sub(/^    - /, "")' "$1" ;;
    *Jenkinsfile) sed -n "s/^ *sh '\(.*\)'\$/\1/p" "$1" ;;
  esac
}

if [ -n "${DOCKER:-}" ]; then
  mkdir "$work/bin"
  printf '#!/bin/sh\nexec "$DOCKER" "$@"\n' >"$work/bin/docker"
  chmod +x "$work/bin/docker"
  export DOCKER PATH="$work/bin:$PATH"
fi

[ $# -gt 0 ] || set -- .github/workflows/ci.yml .gitlab-ci.yml Jenkinsfile
for file in "$@"; do
  clone=$work/$(basename "$file").clone
  git clone --quiet "$work/orders" "$clone"
  cd "$clone"
  steps "$file" >"$work/steps"
  [ "$(wc -l <"$work/steps")" -eq 5 ] || fail "$file has other steps than it had: $(cat "$work/steps")"
  commit=$(git rev-parse HEAD)
  while IFS= read -r step; do
    echo "== $file: $step"
    GITHUB_SHA=$commit CI_COMMIT_SHA=$commit GIT_COMMIT=$commit sh -e -c "$step" </dev/null >"$work/log" 2>&1 || {
      tail -n 60 "$work/log" >&2
      fail "$file: \`$step\` failed"
    }
  done <"$work/steps"
  ls target/surefire-reports/TEST-*.xml target/classes/META-INF/sbom/application.cdx.json >/dev/null ||
    fail "$file: what the steps are to leave behind is not there"
  cd "$root"
  rm -rf "$clone"
done

echo "== linters"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q "check-jsonschema==$schemas"
"$work/venv/bin/check-jsonschema" --builtin-schema vendor.github-workflows "$work/orders/.github/workflows/ci.yml"
"$work/venv/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci "$work/orders/.gitlab-ci.yml"
(cd "$work/orders" && npx --yes "npm-groovy-lint@$groovy" --config recommended-jenkinsfile \
  --failon error --loglevel warning Jenkinsfile)
