# Part of .ci/run: what a consumer gets, and the rehearsal of a release.

# The optional Micrometer is none of it.
step "runtime class path of a consumer of gmc-client, at most 7 jars"
"${maven[@]}" -q test-compile dependency:build-classpath -pl examples/first-test -am \
  -Dspotless.check.skip -Denforcer.skip -DincludeScope=runtime \
  "-Dmdep.outputFile=$logs/classpath" >"$logs/jars" 2>&1 || { cat "$logs/jars"; exit 1; }
tr ':' '\n' <"$logs/classpath" | sed 's|.*/\([^/]*\)/target/classes|\1|; s|.*/||'; echo
jars=$(tr ':' '\n' <"$logs/classpath" | grep -c .)
[ "$jars" -le 7 ] || { echo "FAILED: $jars jars"; exit 1; }
summary+=("checked  runtime class path of a consumer: $jars jars with gmc-client's own")

step "rehearsal of a release"
from=$SECONDS
.ci/rehearse ${CI_ON_MAIN:+twice} | tee "$logs/rehearsal"
summary+=("checked  rehearsal of a release: $(grep -c ^passed "$logs/rehearsal") checks passed, $((SECONDS - from)) s")
[ -n "${CI_ON_MAIN:-}" ] ||
  summary+=("SKIPPED  the second build of the release: it runs on main and for a tag")
