import Application
import Messages

extension Service {
    func route(_ method: OrganisationsMethod) -> Route {
        switch method {
        case .createOrganisation: .write(organisations.createOrganisation)
        case .listOrganisations: .read(organisations.listOrganisations)
        case .changeOrganisation: .write(organisations.changeOrganisation)
        case .getOrganisation: .read(organisations.getOrganisation)
        case .saveCatalogueEntry: .write(organisations.saveCatalogueEntry)
        case .listCatalogue: .read(organisations.listCatalogue)
        }
    }
}
