package org.peercoach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** Holds the code against the picture in docs/architecture.md. */
class ArchitectureTests {

    private static final String ROOT = "org.peercoach.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.peercoach");

    private final HousePicture picture = HousePicture.read(Path.of("docs/architecture.md"));

    @Test
    void roomsWhenComparedWithPictureThenTheSame() {
        assertThat(roomsOfTheCode()).isEqualTo(picture.rooms());
    }

    @Test
    void arrowsOfThePictureWhenFollowedThenGoDown() {
        assertThat(picture.arrowsThatDoNotGoDown()).isEmpty();
    }

    @Test
    void arrowsOfTheCodeWhenHeldAgainstThePictureThenNoneIsMissing() {
        assertThat(picture.missing(arrowsOfTheCode())).isEmpty();
    }

    @Test
    void missingWhenAnArrowGoesSidewaysThenIsNamed() {
        assertThat(picture.missing(Map.of("home", Set.of("training")))).containsExactly("home -> training");
    }

    @Test
    void modulesWhenVerifiedThenOnlyDoorsAreUsed() {
        ApplicationModules modules = ApplicationModules.of(PeerCoachingApplication.class);
        modules.verify();
        for (String room : picture.rooms()) {
            assertThat(modules.getModuleByName(room)).as("room " + room).isPresent();
        }
    }

    @Test
    void pictureWhenItNamesAnUnknownRoomThenIsRefused() {
        assertThatThrownBy(() -> HousePicture.parse("```floors\nground shared\n```\n```arrows\nshared -> attic\n```"))
                .hasMessageContaining("attic");
    }

    @Test
    void controllersEntitiesAndRepositoriesWhenDeclaredThenPackagePrivate() {
        List<String> open = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Controller.class)
                        || type.isAnnotatedWith(Entity.class)
                        || type.isAssignableTo(Repository.class))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .toList();
        assertThat(open).isEmpty();
    }

    @Test
    void namesWhenChosenThenSayWhatAThingIs() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> name.matches(".*(Impl|Manager|Helper|Util|Utils)")))
                .isEmpty();
    }

    @Test
    void sharedWhenItGrowsThenStaysSmall() {
        assertThat(publicTypesOf("shared")).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void serverSessionsWhenLookedForThenNone() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> users = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(ArchitectureTests::usesServerSession)
                    .toList();
            assertThat(users).isEmpty();
        }
    }

    private static boolean usesServerSession(Path file) {
        try {
            return Files.readString(file)
                    .matches("(?s).*(import jakarta.servlet.http.HttpSession|\\.getSession\\(|@SessionAttributes).*");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> publicTypesOf(String room) {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(ROOT + room))
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    private static Set<String> roomsOfTheCode() {
        return CLASSES.stream()
                .map(ArchitectureTests::roomOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> arrowsOfTheCode() {
        return CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(ArchitectureTests::crossesRooms)
                .collect(Collectors.groupingBy(
                        dependency -> roomOf(dependency.getOriginClass()).orElseThrow(),
                        Collectors.mapping(
                                dependency ->
                                        roomOf(dependency.getTargetClass()).orElseThrow(),
                                Collectors.toSet())));
    }

    private static boolean crossesRooms(Dependency dependency) {
        Optional<String> from = roomOf(dependency.getOriginClass());
        Optional<String> to = roomOf(dependency.getTargetClass());
        return from.isPresent() && to.isPresent() && !from.equals(to);
    }

    private static Optional<String> roomOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        if (!name.startsWith(ROOT) || name.equals(ROOT)) {
            return Optional.empty();
        }
        return Optional.of(name.substring(ROOT.length(), name.indexOf('.', ROOT.length())));
    }
}
