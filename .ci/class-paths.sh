# Part of .ci/run: what the parts that run compiled tests again share: the class paths of these tests, the fetching
# of libraries by version, which tests a report names, and what is fetched before anything runs beside Maven.

# The testkit's tests about JUnit: junit.sh runs them, on the oldest and on the newest Java.
junit_tests='GmcMockServerExtensionTest|GmcTestTest|UnknownBodiesTest|UnusedStubsTest|ParallelTestsTest|GmcAssertionsTest'
junit_tests+='|FakeGmcClientTest|UnfinishedFakeStubsTest|GmcStubTest'

# JVMs that end soon: to optimise their code takes longer than it saves, and README's test command runs the same tests
# with all that a JVM does by default.
# The room for compiled code is that of a JVM with both compilers; with the first alone it would be a fifth, and full.
short_lived=(-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC)

fetch() { # directory, group:artifact:version...
  local to=$1 artifact
  shift
  mkdir -p "$to"
  for artifact in "$@"; do
    "${maven[@]}" -q dependency:copy -pl gmc-client "-DoutputDirectory=$to" "-Dartifact=$artifact" \
      >"$logs/fetch" 2>&1 || { cat "$logs/fetch"; exit 1; }
  done
}

# The class path of a module's tests without its own JUnit, and with the jars of the directories in place of its own.
class_path() { # module, directories...
  local module=$1 path jar
  shift
  path=$(tr ':' '\n' <"$module/target/test-classpath" |
    grep -vE '/(junit-(jupiter|platform)|opentest4j|apiguardian)[^/]*$')
  for jar in $(find "$@" -name '*.jar'); do
    # Of the same major version only: Jackson 3 stands beside Jackson 2.
    path=$(grep -vE "/$(sed -E 's|.*/||; s/-([0-9]+)[0-9.]*\.jar$/-\1[0-9.]*\\.jar/' <<<"$jar")$" <<<"$path")
  done
  printf '%s\n' "$PWD/$module/target/test-classes" "$PWD/$module/target/classes" $(find "$@" -name '*.jar') "$path" |
    paste -sd:
}

# The tests whose entry in the launcher's reports holds one of these elements.
tests_with() { # directory of the reports, elements as a pattern
  find "$1" -name 'TEST-*.xml' -exec awk -v "holds=^<($2)" '
    /^<testcase / { match($0, / name="[^"]*"/); name = substr($0, RSTART + 7, RLENGTH - 8)
      match($0, /classname="[^"]*"/); name = substr($0, RSTART + 11, RLENGTH - 12) "." name }
    $0 ~ holds { print "  " name }' {} +
}

write_class_paths() { # modules...
  step "class paths of the tests"
  "${maven[@]}" test-compile dependency:build-classpath -Dspotless.check.skip -Denforcer.skip -am \
    -pl "$(IFS=,; echo "$*")" -Dmdep.outputFile=target/test-classpath >"$logs/class-paths" 2>&1 ||
    { cat "$logs/class-paths"; exit 1; }
}

# No Spring Boot runs on all of these Javas: boot.sh has its modules. Jackson 3 wants Java 17.
using_the_client=(gmc-client-testkit examples/legacy-client examples/first-test examples/nightly-sync
  examples/benchmarks)
oldest_libraries=(com.fasterxml.jackson.core:jackson-{databind,core,annotations}:2.11.4 org.slf4j:slf4j-api:1.7.30)
junit_platform=1.14.4

if wanted jdks; then
  write_class_paths gmc-client "${using_the_client[@]}" examples/json
  fetch "$logs/junit" "org.junit.platform:junit-platform-"{console-standalone,testkit}":$junit_platform"
  fetch "$logs/libraries/oldest" "${oldest_libraries[@]}"
  mkdir -p "$logs/libraries/none"
else
  write_class_paths gmc-client-testkit
fi
