package hudson.model;

public interface Item extends PersistenceRoot, hudson.security.AccessControlled {
    ItemGroup<? extends Item> getParent();

    String getFullName();

    String getUrl();

    hudson.security.Permission READ = Declared.value();
    hudson.security.Permission EXTENDED_READ = Declared.value();
    hudson.security.Permission CONFIGURE = Declared.value();
    hudson.security.Permission WORKSPACE = Declared.value();
}
