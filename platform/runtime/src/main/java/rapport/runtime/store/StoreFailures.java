package rapport.runtime.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;

/** The driver's failures in our words. */
final class StoreFailures {

  private StoreFailures() {}

  static Throwable translate(Throwable failure) {
    return switch (failure) {
      case MongoTimeoutException _,
          MongoSocketException _,
          MongoNotPrimaryException _,
          MongoNodeIsRecoveringException _,
          MongoInterruptedException _,
          MongoWriteConcernException _ ->
          new StoreUnavailableException(failure);
      case MongoException e when isDuplicateKey(e) ->
          new DuplicateKeyException(e, String.valueOf(e.getMessage()));
      default -> failure;
    };
  }

  private static boolean isDuplicateKey(MongoException failure) {
    return ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }
}
