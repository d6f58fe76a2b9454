# Part of .ci/run: the testkit's tests about JUnit, on the oldest and the newest JUnit Jupiter that it promises.

# The testkit promises JUnit Jupiter 5.7 to 6.1 and AssertJ from its users' class path: its tests about JUnit and
# AssertJ run again, as compiled, by the oldest and the newest of these JUnits. The rest does not touch JUnit.
junit_tests='GmcMockServerExtensionTest|GmcTestTest|ParallelTestsTest|GmcAssertionsTest|FakeGmcClientTest|GmcStubTest'
junit_api=$logs/junit
on_junit() { # Jupiter's version, the Platform's version, java, arguments of the console launcher...
  local jupiter=$1 platform=$2 java=$3 log="$logs/junit-$1" from=$SECONDS artifact
  shift 3
  step "testkit on JUnit $jupiter and Java $(major "$java"): $junit_tests"
  for artifact in console-standalone testkit; do
    "${maven[@]}" -q dependency:copy -pl gmc-client "-DoutputDirectory=$junit_api" \
      "-Dartifact=org.junit.platform:junit-platform-$artifact:$platform" >"$log" 2>&1 || { cat "$log"; exit 1; }
  done
  if ! (cd gmc-client-testkit && "$java" -jar "$junit_api/junit-platform-console-standalone-$platform.jar" "$@" \
    --class-path "target/test-classes:target/classes:$junit_api/junit-platform-testkit-$platform.jar:$no_junit" \
    --scan-class-path target/test-classes --include-classname ".*[.]($junit_tests)" \
    --details=tree --details-theme=ascii --disable-ansi-colors) >"$log" 2>&1; then
    tail -n 150 "$log"
    echo "FAILED: testkit on JUnit $jupiter"
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
step "class path of the testkit's tests, without its JUnit"
"${maven[@]}" -q test-compile dependency:build-classpath -pl gmc-client-testkit -am -Dspotless.check.skip \
  -Denforcer.skip "-Dmdep.outputFile=$logs/testkit-classpath" >"$logs/jars" 2>&1 || { cat "$logs/jars"; exit 1; }
no_junit=$(tr ':' '\n' <"$logs/testkit-classpath" | grep -vE '/org/(junit|opentest4j|apiguardian)/' | paste -sd:)
java=$(java11 || true)
if [ -n "$java" ] && [ -x "$java" ]; then
  on_junit 5.7.2 1.7.2 "$java"
else
  summary+=("SKIPPED  testkit on JUnit 5.7.2: no Java 11 on this machine")
fi
on_junit 6.1.3 6.1.3 "$(newest_java)" execute
