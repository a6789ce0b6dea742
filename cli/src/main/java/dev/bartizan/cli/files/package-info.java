/** Files that commands read beside the manifests, and folders that they write. Start from {@link dev.bartizan.cli.files.IntentFiles}. */
@NullMarked
package dev.bartizan.cli.files;

import org.jspecify.annotations.NullMarked;
