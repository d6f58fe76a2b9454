# Part of .ci/run: the compiled tests again, on Java 11 with the oldest Jackson and SLF4J that are supported and
# on the newest Java with those of pom.xml. All at once, by JUnit's console launcher: nothing is compiled, and most
# of the tests' time is spent waiting for sockets.

# What says the same on every JDK and with every library is run by README's test command alone.
elsewhere='ArchitectureTest|PublicApiTest|PublicSignaturesTest|SnippetsTest|ReadmeTest|ValueTypesTest|RobustnessTest'
elsewhere+="|JudgeFuzzTest|CloudflarePagesTest|PageVerdictsTest|KilledRunTest|TwoProcessesTest|$junit_tests"

# Runs the tests of every module; fails if one of them fails or a module runs none.
on_jdk() { # log, java, directory of the libraries, modules...
  local log=$1 java=$2 libraries=$3 failed=0 module path
  shift 3
  for module in "$@"; do
    echo "--- $module"
    path=$(class_path "$module" "$libraries" "$logs/junit")
    (cd "$module" && "$java" "${short_lived[@]}" "-Dbasedir=$PWD" -cp "$path" org.junit.platform.console.ConsoleLauncher execute \
      --disable-banner --disable-ansi-colors --details=summary "--reports-dir=$log.reports/$module" \
      --scan-class-path target/test-classes --exclude-classname ".*[.]($elsewhere)") || failed=1
  done >"$log" 2>&1
  if [ "$(grep -cE '^\[ +[1-9][0-9]* tests successful' "$log")" -ne $# ]; then
    echo "not every module ran a test that passed" >>"$log"
    failed=1
  fi
  echo "$((SECONDS - from))" >"$log.seconds"
  return $failed
}

# What the launcher's closing lines add up to.
launched() {
  awk '/^\[ +[0-9]+ tests (started|skipped|aborted) / { n[$4] += $2 }
    END { printf "%d tests run, %d skipped", n["started"], n["skipped"] + n["aborted"] }' "$1"
}

legs=()
start() { # title, log name, java, directory of the libraries, modules...
  local title=$1 log=$2
  shift 2
  step "$title: ${*:3}"
  on_jdk "$logs/$log" "$@" &
  legs+=("$! $log $title")
}

from=$SECONDS
java=$(java11 || true)
if [ -n "$java" ] && [ -x "$java" ]; then
  title="tests on Java 11 with Jackson 2.11.4 and SLF4J 1.7.30"
  start "$title, gmc-client" java11-client "$java" "$logs/libraries/oldest" gmc-client
  start "$title, what uses it" java11 "$java" "$logs/libraries/oldest" "${using_the_client[@]}"
else
  summary+=("SKIPPED  tests on Java 11 with the oldest libraries: no such runtime on this machine")
fi
java=$(newest_java)
if [ -n "$java" ] && [ "$(major "$java")" -gt 17 ]; then
  title="tests on Java $(major "$java")"
  start "$title, gmc-client" newest-client "$java" "$logs/libraries/none" gmc-client
  start "$title, what uses it" newest "$java" "$logs/libraries/none" "${using_the_client[@]}" examples/json
else
  summary+=("SKIPPED  tests on a JDK newer than 17: none on this machine")
fi
failed_legs=()
for leg in ${legs[@]+"${legs[@]}"}; do
  read -r process log title <<<"$leg"
  if ! wait "$process"; then
    failed_legs+=("$log $title")
    continue
  fi
  tests_with "$logs/$log.reports" skipped >"$logs/skipped"
  if [ -s "$logs/skipped" ]; then
    echo "skipped: $title"
    cat "$logs/skipped"
  fi
  summary+=("ran      $title: $(launched "$logs/$log"), $(cat "$logs/$log.seconds") s")
done
for leg in ${failed_legs[@]+"${failed_legs[@]}"}; do
  read -r log title <<<"$leg"
  grep -vE '^\[ |^$' "$logs/$log" | tail -n 200 || true
  echo "FAILED: $title"
  tests_with "$logs/$log.reports" 'failure|error' || true
done
[ ${#failed_legs[@]} -eq 0 ]
