package io.jenkins.plugins.connleak.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.verb.POST;

class WebMethodsTest {
    private static final String HERE = "io.jenkins.plugins.connleak.architecture";

    private final WebMethods rule = new WebMethods(HERE);

    @Test
    void asksForAPermissionFirstInEveryWebMethodOfThePlugin() {
        WebMethods plugin = new WebMethods("io.jenkins.plugins.connleak.plugin");
        List<String> faults = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.jenkins.plugins.connleak.plugin")
                        .stream()
                        .flatMap(type -> plugin.faultsOf(type.getName()).stream())
                        .sorted()
                        .toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void acceptsPostsThatBeginWithAQuestion() {
        assertThat(faultsOf(AsksFirst.class)).isEmpty();
    }

    @Test
    void refusesMethodsOfDescriptorsWithoutPost() {
        assertThat(faultsOf(NoPost.class))
                .containsExactly(NoPost.class.getName() + ".doCheckName is in a descriptor and has no @POST");
    }

    @Test
    void refusesMethodsWithoutPostThatDescriptorsShareByAnInterface() {
        assertThat(faultsOf(SharedForm.class))
                .containsExactly(SharedForm.class.getName() + ".doFillNameItems is in a descriptor and has no @POST");
    }

    @Test
    void refusesWorkBeforeTheQuestion() {
        assertThat(faultsOf(AsksLate.class))
                .containsExactlyInAnyOrder(
                        AsksLate.class.getName() + ".doAfterACall does not begin with a permission check",
                        AsksLate.class.getName() + ".doAfterAWrite does not begin with a permission check",
                        AsksLate.class.getName() + ".doWithoutAny does not begin with a permission check",
                        AsksLate.class.getName() + ".doThroughALateHelper does not begin with a permission check");
    }

    @Test
    void refusesMethodsThatDoNotSayTheirVerb() {
        assertThat(faultsOf(NoVerb.class))
                .containsExactly(NoVerb.class.getName() + ".doReset has neither @POST nor @GET");
    }

    private List<String> faultsOf(Class<?> type) {
        return rule.faultsOf(type.getName());
    }

    abstract static class Thing extends AbstractDescribableImpl<Thing> {}

    static final class AsksFirst extends Descriptor<Thing> {
        @POST
        public FormValidation doCheckName(String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return answer(value);
        }

        @POST
        public FormValidation doCheckInItem(Item item, String value) {
            if (item == null || !item.hasPermission(Item.CONFIGURE)) {
                return answer("");
            }
            return answer(value);
        }

        @POST
        public FormValidation doThroughAHelper(String value) {
            check();
            return answer(value);
        }

        private static void check() {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        }

        private static FormValidation answer(String text) {
            return FormValidation.error(text);
        }
    }

    static final class NoPost extends Descriptor<Thing> {
        public FormValidation doCheckName(String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.error(value);
        }
    }

    interface SharedForm {
        default FormValidation doFillNameItems(String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.error(value);
        }

        @POST
        default FormValidation doCheckName(String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.error(value);
        }
    }

    static final class AsksLate {
        private int count;

        @POST
        public void doAfterACall(String value) {
            FormValidation.error(value);
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        }

        @POST
        public void doAfterAWrite() {
            count++;
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        }

        @POST
        public int doWithoutAny() {
            return count;
        }

        @POST
        public void doThroughALateHelper(String value) {
            late(value);
        }

        private static void late(String value) {
            FormValidation.error(value);
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        }
    }

    static final class NoVerb {
        public void doReset() {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        }
    }
}
