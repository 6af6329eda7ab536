#!/bin/bash
# Starts the broker with everyone's own password. Containers reach it at kafka:9092, an HR system on this machine at
# localhost:9092, as hr.
set -eu
umask 077

properties=/tmp/server.properties
cat > "$properties" <<PROPERTIES
process.roles=broker,controller
node.id=1
log.dirs=/var/lib/kafka/data
controller.quorum.voters=1@localhost:9093
listeners=BROKER://0.0.0.0:9092,OUTSIDE://0.0.0.0:9094,CONTROLLER://localhost:9093
advertised.listeners=BROKER://kafka:9092,OUTSIDE://localhost:9092
controller.listener.names=CONTROLLER
inter.broker.listener.name=BROKER
listener.security.protocol.map=BROKER:SASL_PLAINTEXT,OUTSIDE:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
listener.name.broker.sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.outside.sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.controller.sasl.enabled.mechanisms=PLAIN
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
sasl.mechanism.controller.protocol=PLAIN
listener.name.broker.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="$ADMIN_KAFKA_PASSWORD";
listener.name.outside.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
listener.name.controller.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="$ADMIN_KAFKA_PASSWORD" user_admin="$ADMIN_KAFKA_PASSWORD";
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=false
super.users=User:admin
auto.create.topics.enable=false
num.partitions=12
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
PROPERTIES

if [ ! -e /var/lib/kafka/data/meta.properties ]; then
  scram=()
  for principal in admin hr cases meetings plans notifications; do
    password="${principal^^}_KAFKA_PASSWORD"
    scram+=(--add-scram "SCRAM-SHA-512=[name=$principal,password=${!password}]")
  done
  /opt/kafka/bin/kafka-storage.sh format --cluster-id "$(/opt/kafka/bin/kafka-storage.sh random-uuid)" \
    --config "$properties" "${scram[@]}"
fi
exec /opt/kafka/bin/kafka-server-start.sh "$properties"
