# Part of .ci/run: the Spring Boot examples, each on the Java and with the libraries of its Boot.

alone=(-am -Dspotless.check.skip -Denforcer.skip '-Dtest=uk/nhs/hee/tis/gmc/example/**/*Test,JsonByControllerTest'
  -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-XX:TieredStopAtLevel=1)
with_tree=(dependency:tree -DoutputFile=target/dependency-tree.txt)

# Boot's own spring-boot-starter-test brings the API of JAXB; nothing else may bring any of it.
banned='woodstox|jackson-dataformat-xml|jaxb-|com\.sun\.xml|saaj|spring-ws|spring-oxm|axiom'
banned+='|jakarta\.xml\.bind-api:.*:(compile|runtime)|org\.wiremock:wiremock:'
consumer() { # module, its surefire reports
  local tree="examples/$1/target/dependency-tree.txt" boot java run
  if grep -E "$banned" "$tree"; then
    echo "FAILED: $1 has a library that it must not have"
    exit 1
  fi
  boot=$(sed -nE 's/.*:spring-boot:jar:([^:]+):.*/\1/p' "$tree")
  java=$(sed -nE 's/.*name="java.version" value="([^"]+)".*/\1/p' "$2"/TEST-*.xml | sort -u)
  run=$(sed -nE 's/.*<testsuite .* tests="([0-9]+)".*/\1/p' "$2"/TEST-*.xml |
    awk '{ n += $1 } END { print n + 0 }')
  echo "$1: Spring Boot $boot, Java $java, $run tests, with"
  sed -nE 's/.* ([^ ]+:(jackson-databind|slf4j-api|logback-classic|junit-jupiter-api|assertj-core|micrometer-core|spring-web)):jar:([^:]+):.*/  \1 \3/p' "$tree"
  [ "$run" -gt 0 ] || { echo "FAILED: $1 ran no tests"; exit 1; }
  summary+=("checked  $1: Spring Boot $boot, Java $java, $run tests, no second XML library")
}
on_readmes_jdk=examples/recommendation-service,examples/sync-service
if wanted readme; then
  step "what README's test command ran recommendation-service and sync-service with"
  "${maven[@]}" "${with_tree[@]}" -am -Denforcer.skip -pl "$on_readmes_jdk" >"$logs/trees" 2>&1 || { cat "$logs/trees"; exit 1; }
else
  tests "recommendation-service and sync-service on Java $(major java)" boot3 \
    "${maven[@]}" test "${with_tree[@]}" -pl "$on_readmes_jdk" "${alone[@]}"
fi
consumer recommendation-service examples/recommendation-service/target/surefire-reports
consumer sync-service examples/sync-service/target/boot3/surefire-reports

java=$(java11 || true)
if [ -n "$java" ] && [ -x "$java" ]; then
  tests "connection-service on Java $(major "$java")" boot2 \
    "${maven[@]}" test "${with_tree[@]}" -pl examples/connection-service "${alone[@]}" "-Djvm=$java"
  consumer connection-service examples/connection-service/target/surefire-reports
else
  summary+=("SKIPPED  connection-service on Java 11: no such runtime on this machine")
fi

java=$(newest_java)
tests "sync-service with Spring Boot 4.1 on Java $(major "$java")" boot4 \
  "${maven[@]}" test "${with_tree[@]}" -Pboot-4 -pl examples/sync-service "${alone[@]}" "-Djvm=$java"
consumer sync-service examples/sync-service/target/boot4/surefire-reports
