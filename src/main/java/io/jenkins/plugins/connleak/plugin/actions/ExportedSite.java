package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A place of run-time evidence as the remote API shows it. */
@ExportedBean(defaultVisibility = 999)
public final class ExportedSite {
    private final EvidenceSite site;

    ExportedSite(EvidenceSite site) {
        this.site = site;
    }

    /** Leaked connections, or requests that got none. */
    @Exported
    public int getCount() {
        return site.sightings().count();
    }

    @Exported
    public List<String> getTools() {
        return site.sightings().tools();
    }

    @Exported
    public List<String> getPools() {
        return site.sightings().pools();
    }

    /** The earliest time that a log gives; empty if none does. */
    @Exported
    public String getFirst() {
        return site.sightings().first();
    }

    /** The latest time that a log gives; empty if none does. */
    @Exported
    public String getLast() {
        return site.sightings().last();
    }

    /** The first frames of the program's own code, as stack traces write them. */
    @Exported
    public List<String> getFrames() {
        return site.frames().stream().map(StackFrame::text).toList();
    }
}
