# Part of .ci/run: the testkit's tests about JUnit, on the oldest and the newest JUnit Jupiter that it promises.

# The testkit promises JUnit Jupiter 5.7 to 6.1 and AssertJ from its users' class path: its tests about JUnit and
# AssertJ run again, as compiled, by the oldest and the newest of these JUnits. The rest does not touch JUnit.
on_junit() { # Jupiter's version, the Platform's version, java, arguments of the console launcher...
  local jupiter=$1 platform=$2 java=$3 log="$logs/junit-$1" jars="$logs/jars-of-junit-$1" from=$SECONDS path
  shift 3
  step "testkit on JUnit $jupiter and Java $(major "$java"): $junit_tests"
  fetch "$jars" "org.junit.platform:junit-platform-"{console-standalone,testkit}":$platform"
  path=$(class_path gmc-client-testkit "$jars")
  if ! (cd gmc-client-testkit && "$java" "${short_lived[@]}" -cp "$path" org.junit.platform.console.ConsoleLauncher "$@" \
    --scan-class-path target/test-classes --include-classname ".*[.]($junit_tests)" "--reports-dir=$log.reports" \
    --details=tree --details-theme=ascii --disable-ansi-colors) >"$log" 2>&1; then
    tail -n 150 "$log"
    echo "FAILED: testkit on JUnit $jupiter"
    tests_with "$log.reports" 'failure|error' || true
    exit 1
  fi
  local ran missing
  ran=$(sed -nE 's/^\[ +([0-9]+) tests successful +\]$/\1/p' "$log")
  missing=$(tr '|' '\n' <<<"$junit_tests" | while read -r name; do grep -qE "[+|'\`]-- $name" "$log" || echo "$name"; done)
  if [ -n "$missing" ] || [ "${ran:-0}" -eq 0 ]; then
    tail -n 150 "$log"
    echo "FAILED: not run on JUnit $jupiter:" $missing
    exit 1
  fi
  summary+=("ran      testkit on JUnit $jupiter and Java $(major "$java"): $ran tests, $((SECONDS - from)) s")
}
java=$(java11 || true)
if [ -n "$java" ] && [ -x "$java" ]; then
  on_junit 5.7.2 1.7.2 "$java"
else
  summary+=("SKIPPED  testkit on JUnit 5.7.2: no Java 11 on this machine")
fi
on_junit 6.1.3 6.1.3 "$(newest_java)" execute
