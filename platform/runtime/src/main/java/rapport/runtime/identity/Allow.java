package rapport.runtime.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a controller method; on a class, all of its methods that do not say otherwise. A
 * method under {@code /api} or {@code /internal} that nobody is allowed to call answers 403, and a
 * path that names another workspace than the caller's answers 404.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

  /**
   * The roles of which a user or service needs one; an administrator has them all. None means any
   * role will do, but not none at all. Visitors have no roles: {@link #kinds} alone lets them in.
   */
  Role[] value() default {};

  /** The kinds of caller let in. */
  Caller.Kind[] kinds() default Caller.Kind.USER;
}
