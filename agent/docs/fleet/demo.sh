#!/usr/bin/env bash
# demo.sh PROMETHEUS: three leaking services, a real Prometheus, alerts that fire, one report by service.
# PROMETHEUS is the directory or the file of a Prometheus 3. Needs a built project (mvn package -DskipTests)
# and curl. Takes about a minute; leaves nothing running. Its output is in agent/docs/fleet.md.
set -euo pipefail
prometheus=${1:?usage: demo.sh PROMETHEUS}
[ ! -d "$prometheus" ] || prometheus=$prometheus/prometheus
[ -x "$prometheus" ] || { echo "demo: $prometheus is no program: name a Prometheus 3" >&2; exit 2; }
prometheus=$(cd "$(dirname "$prometheus")" && pwd)/$(basename "$prometheus")
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
jar=$root/agent/target/tlsleak.jar
classes=$root/test-apps/scenarios/target/classes
exporter=$(ls "$root"/test-apps/agents/target/agents/jmx_exporter-*.jar 2>/dev/null | head -1)
for file in "$jar" "$classes" "${exporter:-jmx_exporter}"; do
  [ -e "$file" ] || { echo "demo: no $file: run mvn package -DskipTests first" >&2; exit 2; }
done

work=$(mktemp -d)
pids=()
end() {
  [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

# wait_for TEXT WHAT COMMAND...: until the command prints the text, or a minute and a half have passed
wait_for() {
  local text=$1 what=$2
  shift 2
  for _ in $(seq 180); do
    if "$@" 2>/dev/null | grep -q "$text"; then return 0; fi
    sleep 0.5
  done
  echo "demo: waited in vain for $what" >&2
  exit 1
}
query() { curl -s --get "http://127.0.0.1:9390/api/v1/query" --data-urlencode "query=$1"; }
firing() { curl -s http://127.0.0.1:9390/api/v1/alerts | sed 's/{"labels"/\n&/g' | grep '"state":"firing"'; }

echo "== three services that leak, a round each, two and three"
{
  echo "global: {scrape_interval: 3s, evaluation_interval: 3s}"
  echo "rule_files: [$here/alerts.yaml]"
  echo "scrape_configs:"
} >"$work/prometheus.yml"
port=9391
rounds=1
for service in shop mail bank; do
  # standard input stays open: the service ends with it
  tail -f /dev/null --pid=$$ | java \
    "-javaagent:$jar=labels=service:$service,stuck=2s,report=$work/$service.jsonl,log=$work/$service.log" \
    "-javaagent:$exporter=127.0.0.1:$port:$here/jmx_exporter.yaml" \
    -Xmx128m -cp "$classes" io.github.tlsleak.apps.demo.LeakyService $rounds >"$work/$service.out" 2>&1 &
  pids+=($!)
  printf '  - job_name: %s\n    static_configs: [{targets: ["127.0.0.1:%s"]}]\n' $service $port >>"$work/prometheus.yml"
  port=$((port + 1))
  rounds=$((rounds + 1))
done

"$prometheus" --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" \
  --web.listen-address=127.0.0.1:9390 >"$work/prometheus.log" 2>&1 &
pids+=($!)
wait_for '"24"' "24 leaks" query 'sum(tlsleak_findings_total{severity="leak"})'
wait_for '"3"' "three stuck handshakes" query 'sum(tlsleak_sessions_stuck)'

echo "== Prometheus: leaks by service"
query 'sum by (job) (tlsleak_findings_total{severity="leak"})' | grep -o '"job":"[a-z]*"\|,"[0-9]*"\]' \
  | tr -d '":,]' | sed 's/^job//' | paste - - | sort
wait_for '^9$' "nine alerts" sh -c "curl -s http://127.0.0.1:9390/api/v1/alerts | grep -o '\"state\":\"firing\"' | wc -l"
echo "== Prometheus: alerts that fire"
firing | sed 's/.*"summary":"\([^"]*\)".*/  \1/' | sort
echo "== tlsleak: one report of all, by service"
java -jar "$jar" report --by service "$work"/*.jsonl
