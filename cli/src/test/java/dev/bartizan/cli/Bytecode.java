package dev.bartizan.cli;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled main code of every module, read once for all architecture tests. */
final class Bytecode {
    static final String ROOT_PACKAGE = "dev.bartizan";

    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT_PACKAGE);

    private Bytecode() {}

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT_PACKAGE + ".");
    }

    static String moduleOf(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }

    static boolean isInSubPackage(JavaClass type) {
        return type.getPackageName().split("\\.", -1).length > 3;
    }
}
