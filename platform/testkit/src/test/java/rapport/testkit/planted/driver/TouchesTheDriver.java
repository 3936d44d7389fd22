package rapport.testkit.planted.driver;

import com.mongodb.reactivestreams.client.MongoClient;

record TouchesTheDriver(MongoClient client) {}
