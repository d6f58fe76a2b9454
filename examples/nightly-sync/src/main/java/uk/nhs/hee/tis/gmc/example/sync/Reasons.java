package uk.nhs.hee.tis.gmc.example.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Says why reading or writing failed as an operator would, without class names. */
final class Reasons {
  private Reasons() {}

  static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file of this name is in the way";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "a directory of this name is in the way";
    }
    if (e instanceof NotDirectoryException) {
      return "it is not a directory";
    }
    if (e instanceof JsonProcessingException) {
      return "it is not valid JSON";
    }
    if (e instanceof FileSystemException) {
      return Objects.requireNonNullElse(
          ((FileSystemException) e).getReason(), "the system gives no reason");
    }
    return Objects.requireNonNullElse(e.getMessage(), "the system gives no reason");
  }
}
