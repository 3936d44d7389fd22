/** Customer profiles as files for people and other programs: JSON, CSV, Markdown, PDF. */
@NullMarked
package rapport.profile.export;

import org.jspecify.annotations.NullMarked;
