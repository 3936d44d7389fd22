/** Supabase, by PostgREST. */
@NullMarked
package rapport.integrations.supabase;

import org.jspecify.annotations.NullMarked;
