package org.peercoach.course.district;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.peercoach.course.launch.District;
import org.peercoach.course.launch.Districts;
import org.peercoach.course.session.Place;
import org.peercoach.course.session.Visitor;
import org.peercoach.course.zone.KnownZones;
import org.springframework.stereotype.Component;

/** Who looks after the district of a request; the session filter has let them in. */
@Component
class Administrators {

    private final Districts districts;

    Administrators(Districts districts) {
        this.districts = districts;
    }

    Optional<Administrator> of(HttpServletRequest request) {
        return Visitor.of(request)
                .flatMap(visitor -> Place.districtOf(request.getRequestURI())
                        .flatMap(districts::byId)
                        .map(district -> administrator(visitor, district)));
    }

    /** The operator is no person of the district, and reads its times as its people do. */
    private static KnownZones zones(Visitor visitor, District district) {
        KnownZones own = visitor.zones();
        return own == null ? KnownZones.ofDistrict(district.zone()) : own;
    }

    private static Administrator administrator(Visitor visitor, District district) {
        return new Administrator(
                district.id(),
                district.name(),
                visitor.session().person(),
                visitor.name(),
                zones(visitor, district).zone());
    }
}
