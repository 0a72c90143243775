import Application
import Messages

extension Service {
    func route(_ method: ReviewsMethod) -> Route {
        switch method {
        case .listReviews: .lookUp(reviews.listReviews)
        case .decideReviews: .write(decideReviews)
        case .reviewHistory: .read(reviews.reviewHistory)
        case .ask: .write(askReview)
        case .withdrawReview: .write(withdrawReview)
        case .myReviews: .read(reviews.myReviews)
        }
    }
}
