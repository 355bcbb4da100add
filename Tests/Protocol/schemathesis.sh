#!/bin/sh
# Holds a daemon to its own /openapi.json and its /metrics to the format of Prometheus.
#
# usage: schemathesis.sh PROGRAMS VENV
#   PROGRAMS is the folder with dateline and datelined, VENV a Python environment with schemathesis,
#   openapi-spec-validator and prometheus_client. EXAMPLES (100) is how many requests of each operation are made up.
set -eu
programs=$(cd "$1" && pwd) venv=$(cd "$2" && pwd)
checkout=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
daemon=
trap 'if [ -n "$daemon" ]; then kill $daemon; wait $daemon || true; fi; rm -rf "$folder"' EXIT

token=$(od -An -tx1 -N16 /dev/urandom | tr -d ' \n')
port=$("$venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
printf 'admin %s\n' "$token" > "$folder/tokens"
chmod 600 "$folder/tokens"
printf 'listen = 127.0.0.1:%s\ntoken_file = %s\n' "$port" "$folder/tokens" > "$folder/conf"
"$programs/datelined" --index "$folder/index" --socket "$folder/s" --tables "$checkout/index" --config "$folder/conf" \
  2> "$folder/log" & daemon=$!
url=http://127.0.0.1:$port
for _ in $(seq 300); do
  if curl -sf "$url/healthz" > /dev/null; then break; fi
  sleep 0.1
done
"$programs/dateline" index --no-start --socket "$folder/s" --base "$checkout" "$checkout/seeds"

authorization="Authorization: Bearer $token"
curl -sf -H "$authorization" "$url/openapi.json" > "$folder/openapi.json"
"$venv/bin/openapi-spec-validator" "$folder/openapi.json"
# A watch never ends, so it is left out.
(cd "$folder" && "$venv/bin/schemathesis" run "$url/openapi.json" -H "$authorization" \
  --exclude-path /v1/watch --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,unsupported_method \
  --max-examples "${EXAMPLES:-100}" --continue-on-failure)

curl -sf -H "$authorization" "$url/metrics" > "$folder/metrics"
"$venv/bin/python" - "$folder/metrics" <<'END'
import sys
from prometheus_client.parser import text_string_to_metric_families
families = list(text_string_to_metric_families(open(sys.argv[1]).read()))
assert len(families) > 10, families
print(f"/metrics: {len(families)} families, {sum(len(f.samples) for f in families)} samples")
END
if grep -E ' (error|critical) ' "$folder/log"; then exit 1; fi
