package rapport.standalone.journey;

import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import reactor.core.publisher.Flux;

/** Everything that can be read of what a running system keeps. */
final class Canaries {

  private static final String DATABASES = "rapport_";
  private static final String STATES = ".state";

  private final RunningRapport rapport;

  Canaries(RunningRapport rapport) {
    this.rapport = rapport;
  }

  /** Where one of these words stands, such as {@code rapport_lead.leads}. */
  List<String> whereStands(String... words) {
    var found = new ArrayList<String>();
    stored().forEach((where, text) -> note(found, where, text, words));
    told().forEach((where, text) -> note(found, where, text, words));
    return found.stream().distinct().sorted().toList();
  }

  /** By place whose marks stand there, for all that can be asked for. */
  Map<String, BitSet> ofPeople(Marks marks) {
    var found = new TreeMap<String, BitSet>();
    stored().forEach((where, text) -> found.put(where, marks.in(text)));
    told().forEach((where, text) -> found.put(where, marks.in(text)));
    return found;
  }

  /** The same for the bytes of every file of the data directory, but such as go meanwhile. */
  Map<String, BitSet> inFiles(Marks marks) throws IOException {
    var found = new TreeMap<String, BitSet>();
    Files.walkFileTree(
        rapport.data(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              var name = rapport.data().relativize(file).toString();
              found.put(name, marks.in(Files.newInputStream(file)));
              return FileVisitResult.CONTINUE;
            } catch (IOException e) {
              return visitFileFailed(file, e);
            }
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    return found;
  }

  private static void note(List<String> found, String where, String text, String... words) {
    for (var word : words) {
      if (text.contains(word)) {
        found.add(where);
      }
    }
  }

  /** Every document of every service, by database and collection. */
  private Map<String, String> stored() {
    var all = new HashMap<String, String>();
    try (var client = MongoClients.create(rapport.address("mongodb"))) {
      for (var name : list(client.listDatabaseNames())) {
        if (name.startsWith(DATABASES)) {
          var database = client.getDatabase(name);
          for (var collection : list(database.listCollectionNames())) {
            var documents = list(database.getCollection(collection).find());
            all.put(name + "." + collection, documents.toString());
          }
        }
      }
    }
    return all;
  }

  private static <T> List<T> list(org.reactivestreams.Publisher<T> publisher) {
    return Objects.requireNonNull(Flux.from(publisher).collectList().block());
  }

  /** Every record of every topic; of topics of states the latest of each key. */
  private Map<String, String> told() {
    var all = new HashMap<String, Map<String, String>>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", rapport.kafka()),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partitions =
          consumer.listTopics(Duration.ofSeconds(20)).entrySet().stream()
              .filter(topic -> topic.getKey().startsWith("rapport."))
              .flatMap(topic -> topic.getValue().stream())
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          var place = record.topic().endsWith(STATES) ? record.key() : "" + record.offset();
          all.computeIfAbsent(record.topic(), _ -> new HashMap<>())
              .put(record.partition() + "/" + place, String.valueOf(record.value()));
        }
      }
    }
    var texts = new HashMap<String, String>();
    all.forEach((topic, records) -> texts.put(topic, records.values().toString()));
    return texts;
  }
}
