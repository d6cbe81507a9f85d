package org.peercoach.course.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.Districts;
import org.peercoach.course.session.Place;
import org.peercoach.course.session.SessionCookies;
import org.peercoach.course.session.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** Ends the session in this browser and says how to come back (ruling 22). */
@Controller
class SignOutController {

    private final Districts districts;

    SignOutController(Districts districts) {
        this.districts = districts;
    }

    @PostMapping("/c/{course}/sign-out")
    @Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
    String signOut(
            @CurrentMember Member member, Model model, HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.end(response, Place.course(member.course().value()), Place.district(member.district()));
        Visitor.leave(request);
        model.addAttribute("place", member.courseTitle());
        return "course/signed-out";
    }

    @PostMapping("/d/{district}/sign-out")
    String signOutOfDistrict(Model model, HttpServletRequest request, HttpServletResponse response) {
        Place district = Visitor.of(request).orElseThrow().session().place();
        if (district.kind() == Place.Kind.OPERATOR) {
            return "redirect:/operator"; // signs out there, of all districts at once
        }
        SessionCookies.end(response, district);
        Visitor.leave(request);
        model.addAttribute("place", districts.byId(district.id()).orElseThrow().name());
        return "course/signed-out";
    }
}
