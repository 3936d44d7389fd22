"""Writes a topic of Rapport as lines of JSON, people's words and addresses as pseudonyms.

pip install confluent-kafka
PSEUDONYM_SECRET=... python3 topic.py BROKER TOPIC [--follow]
Other settings of the client (SASL, TLS) stand as NAME=VALUE in the file that KAFKA_SETTINGS names.
"""

import datetime
import hashlib
import hmac
import json
import os
import sys

# Texts that say nothing about a person; every other text becomes a pseudonym.
PLAIN = set(
    "band by channel currency direction evidence flow grade kind locale mode model origin outcome path phase priority"
    " reason segment severity stage state status system trigger type".split()
)


def is_time(text):
    try:
        return text.endswith("Z") and bool(datetime.datetime.fromisoformat(text[:19]))
    except ValueError:
        return False


def without(value, name, secret):
    if isinstance(value, dict):
        return {field: without(each, field, secret) for field, each in value.items()}
    if isinstance(value, list):
        return [without(each, name, secret) for each in value]
    if isinstance(value, str) and name not in PLAIN and not is_time(value):
        return "p-" + hmac.new(secret, value.encode(), hashlib.sha256).hexdigest()[:16]
    return value


class Topic:
    def __init__(self, name, secret):
        self.is_state = name.endswith(".state")
        self.secret = secret
        self.revisions = {}
        self.states = {}

    def take(self, key, headers, value, gathers):
        """The line for a record, or None: what is told twice, or late, is known by its revision."""
        if value is None:  # erased: what was kept of it has to go
            self.revisions.pop(key, None)
            self.states.pop(key, None)
            return None if gathers else {"key": key, "erased": True}
        rev = int(headers["ce_rev"])
        if self.revisions.get(key, 0) >= rev:
            return None
        self.revisions[key] = rev
        line = {"key": key, "rev": rev, "type": headers["ce_type"], "at": headers["ce_time"]}
        line["value"] = without(json.loads(value), "", self.secret)
        if gathers:
            self.states[key] = line
            return None
        return line


def settings(broker):
    given = {}
    if "KAFKA_SETTINGS" in os.environ:
        with open(os.environ["KAFKA_SETTINGS"], encoding="utf-8") as file:
            given = dict(line.strip().split("=", 1) for line in file if "=" in line)
    return given | {"bootstrap.servers": broker, "group.id": "none", "enable.partition.eof": True}


def main(broker, name, follows):
    from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, TopicPartition

    secret = os.environ.get("PSEUDONYM_SECRET", "")
    if len(secret) < 16:
        sys.exit("PSEUDONYM_SECRET needs 16 characters.")
    topic = Topic(name, secret.encode())
    consumer = Consumer(settings(broker))
    unread = set(consumer.list_topics(name).topics[name].partitions)
    consumer.assign([TopicPartition(name, part, OFFSET_BEGINNING) for part in unread])

    def read(gathers):
        record = consumer.poll(1)
        if record is None:
            return
        if record.error():
            if record.error().code() != KafkaError._PARTITION_EOF:
                raise SystemExit(record.error().str())
            unread.discard(record.partition())
            return
        headers = {header: text.decode() for header, text in record.headers()}
        line = topic.take(record.key().decode(), headers, record.value(), gathers)
        if line:
            print(json.dumps(line, ensure_ascii=False), flush=True)

    while unread:
        read(topic.is_state)
    for line in topic.states.values():
        print(json.dumps(line, ensure_ascii=False))
    while follows:
        read(False)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], "--follow" in sys.argv)
