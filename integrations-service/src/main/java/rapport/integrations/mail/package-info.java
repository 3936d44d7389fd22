/** E-mail out, over the SMTP server of whoever runs Rapport. */
@NullMarked
package rapport.integrations.mail;

import org.jspecify.annotations.NullMarked;
