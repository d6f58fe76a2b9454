# Part of .ci/run: the quick benchmark, on main and for a tag. Nothing else may run beside it.

if [ -z "${CI_ON_MAIN:-}" ]; then
  summary+=("SKIPPED  the quick benchmark: it runs on main and for a tag")
  return
fi
step "quick benchmark: examples/benchmarks/run --quick"
examples/benchmarks/run --quick 2>"$logs/quick-errors" | tee "$logs/quick" || {
  cat "$logs/quick-errors"
  echo "FAILED: a list takes twice the time or memory of examples/benchmarks/baseline.properties"
  exit 1
}
summary+=("checked  $(paste -sd';' "$logs/quick")")
