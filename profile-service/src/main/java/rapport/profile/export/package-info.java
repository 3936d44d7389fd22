/** Records as files for people and other programs: JSON, CSV, Markdown, PDF, SVG. */
@NullMarked
package rapport.profile.export;

import org.jspecify.annotations.NullMarked;
