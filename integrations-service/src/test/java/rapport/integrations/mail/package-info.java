@NullMarked
package rapport.integrations.mail;

import org.jspecify.annotations.NullMarked;
