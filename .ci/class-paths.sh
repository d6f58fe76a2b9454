# Part of .ci/run: what the parts that run compiled tests again share: the class paths of these tests, and the
# fetching of libraries by version.

# The testkit's tests about JUnit: junit-versions.sh runs them, on the oldest and on the newest Java.
junit_tests='GmcMockServerExtensionTest|GmcTestTest|ParallelTestsTest|GmcAssertionsTest|FakeGmcClientTest|GmcStubTest'

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

write_class_paths() { # modules...
  step "class paths of the tests"
  "${maven[@]}" test-compile dependency:build-classpath -Dspotless.check.skip -Denforcer.skip -am \
    -pl "$(IFS=,; echo "$*")" -Dmdep.outputFile=target/test-classpath >"$logs/class-paths" 2>&1 ||
    { cat "$logs/class-paths"; exit 1; }
}
