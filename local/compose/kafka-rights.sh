#!/bin/bash
# Who may write and read which topic: only its owner writes; HR's system reads what is published, and no more.
# Granting twice does nothing twice.
set -eu
umask 077

client=/tmp/admin.properties
cat > "$client" <<PROPERTIES
security.protocol=SASL_PLAINTEXT
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="$ADMIN_KAFKA_PASSWORD";
PROPERTIES

allow() {
  local principal=$1 resource=$2 name=$3 pattern=$4
  shift 4
  local operations=()
  for operation in "$@"; do operations+=(--operation "$operation"); done
  /opt/kafka/bin/kafka-acls.sh --bootstrap-server kafka:9092 --command-config "$client" --add --force \
    --allow-principal "User:$principal" "--$resource" "$name" --resource-pattern-type "$pattern" "${operations[@]}"
}

topic() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --command-config "$client" --create --if-not-exists \
    --topic "$1" --partitions 12 --replication-factor 1 --config "retention.ms=$2"
}

for service in case meeting plan notification; do
  allow "${service}s" topic oppfolging. prefixed Read Describe DescribeConfigs
  allow "${service}s" topic "oppfolging.$service." prefixed Write Create AlterConfigs
  allow "${service}s" topic oppfolging.watermark.v1 literal Write Create AlterConfigs
  allow "${service}s" group "$service-service" prefixed Read Describe
  allow hr topic "oppfolging.$service.v1" literal Read Describe
done
allow hr topic oppfolging.hr.v1 literal Write Describe
allow hr topic oppfolging.watermark.v1 literal Read Describe
allow hr group hr prefixed Read Describe

topic oppfolging.hr.v1 1209600000
topic oppfolging.watermark.v1 86400000
