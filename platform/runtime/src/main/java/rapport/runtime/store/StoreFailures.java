package rapport.runtime.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;

/** The driver's failures in our words. */
final class StoreFailures {

  /** Unauthorized, authentication failed, shutting down, interrupted, not primary. */
  private static final Set<Integer> NOT_SERVING =
      Set.of(13, 18, 91, 189, 10107, 11600, 11602, 13435, 13436);

  private StoreFailures() {}

  static Throwable translate(Throwable failure) {
    return switch (failure) {
      case MongoTimeoutException _,
          MongoSocketException _,
          MongoNotPrimaryException _,
          MongoNodeIsRecoveringException _,
          MongoInterruptedException _,
          MongoWriteConcernException _,
          MongoConnectionPoolClearedException _,
          MongoExecutionTimeoutException _,
          MongoSecurityException _ ->
          new StoreUnavailableException(failure);
      case MongoBulkWriteException e when e.getWriteConcernError() != null ->
          new StoreUnavailableException(failure);
      case MongoException e when isDuplicateKey(e) ->
          new DuplicateKeyException(e, String.valueOf(e.getMessage()));
      case MongoException e when NOT_SERVING.contains(e.getCode()) ->
          new StoreUnavailableException(failure);
      default -> failure;
    };
  }

  private static boolean isDuplicateKey(BulkWriteError failure) {
    return failure.getCategory() == ErrorCategory.DUPLICATE_KEY;
  }

  private static boolean isDuplicateKey(MongoException failure) {
    if (failure instanceof MongoBulkWriteException bulk) {
      return !bulk.getWriteErrors().isEmpty()
          && bulk.getWriteErrors().stream().allMatch(StoreFailures::isDuplicateKey);
    }
    return ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }
}
